"""By what rule: terms, working calendar, categories and number series, all dated data."""

"""Official papers in the layout of GB/T 9704-2012, told plainly and written as .docx; pure."""

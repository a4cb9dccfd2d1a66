"""The screen's addresses: the picture, what is fetched anew of it, and the one that a token opens it by."""

from django.urls import path

from linli.doors.screen.views import enter, fresh, screen

urlpatterns = [
    path("screen/", screen, name="screen"),
    path("screen/fresh/", fresh, name="screen-fresh"),
    path("screen/<str:token>/", enter, name="screen-enter"),
]

"""The counter's addresses: those where something is handed in, and the short ones that stand on paper."""

from django.urls import path, re_path

from linli.doors.counter.views.answer import answer
from linli.doors.counter.views.follow import follow, followed, kept
from linli.doors.counter.views.front import front, look
from linli.doors.counter.views.genuine import check_paper, paper_checked
from linli.doors.counter.views.hand_in import hand_in
from linli.doors.counter.views.open_data import open_all, open_data, open_dictionary, open_file, open_month

urlpatterns = [
    path("counter/", front, name="counter"),
    path("counter/look/", look, name="counter-look"),
    path("counter/<str:kind>/", hand_in, name="hand-in"),
    path("open/", open_data, name="open-data"),
    path("open/all.csv", open_all, name="open-all"),
    path("open/dictionary.json", open_dictionary, name="open-dictionary"),
    re_path(r"^open/(?P<month>\d{4}-\d\d)\.(?P<form>csv|json)$", open_file, name="open-file"),
    path("open/<str:month>/", open_month, name="open-month"),
    path("paper/", check_paper, name="check-paper"),
    path("paper/<str:code>/", paper_checked, name="paper-checked"),
    path("t/", follow, name="follow"),
    path("t/<str:code>/", followed, name="followed"),
    path("t/<str:code>/kept/", kept, name="kept"),
    path("t/<str:code>/<str:verb>/", answer, name="answer"),
]

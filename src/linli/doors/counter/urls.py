"""The counter's addresses: those where something is handed in, and the short ones that stand on paper."""

from django.urls import path

from linli.doors.counter.views.answer import answer
from linli.doors.counter.views.follow import follow, followed, kept
from linli.doors.counter.views.front import front, look
from linli.doors.counter.views.hand_in import hand_in

urlpatterns = [
    path("counter/", front, name="counter"),
    path("counter/look/", look, name="counter-look"),
    path("counter/<str:kind>/", hand_in, name="hand-in"),
    path("t/", follow, name="follow"),
    path("t/<str:code>/", followed, name="followed"),
    path("t/<str:code>/kept/", kept, name="kept"),
    path("t/<str:code>/<str:verb>/", answer, name="answer"),
]

"""Letting work on a case go on, and opening it again."""

from linli.ground.text import msg
from linli.kinds.case.commands.limit import limit_again, limit_from_now
from linli.kinds.case.commands.told import next_entry
from linli.kinds.case.course import is_assessed
from linli.kinds.case.facts.returning import Reopened, Resumed
from linli.kinds.case.forms.returning import ReopenForm, ResumeForm
from linli.matters.command import Scene, command


@command(msg("Go on with it"), act="investigate", form=ResumeForm, stages=("suspended",))
def resume(scene: Scene) -> Resumed:
    """Told: why."""
    limit = limit_again(scene, until_at=scene.at)
    assess = None if is_assessed(scene.state) else scene.date("assess", "case.assess")
    return Resumed(why=scene.told["why"], stale=next_entry(scene), limit=limit, assess=assess)


@command(msg("Open again"), act="reopen", form=ReopenForm, stages=("closed", "not_filed"), weight="aside")
def reopen(scene: Scene) -> Reopened:
    """Told: why. An administrative case gets a new limit from today."""
    return Reopened(
        why=scene.told["why"],
        stage="filed" if scene.state.data["filing"] else "accepted",
        assess=scene.date("assess", "case.assess"),
        limit=limit_from_now(scene, case_class=scene.state.data["case_class"]),
    )

"""The ways back into the classes of this device, for whoever has left one by mistake."""

from __future__ import annotations

from framework.classroom.session import Step
from framework.ui import address, device, links, resources
from framework.ui.escaping import md
from framework.ui.speech import say


def show() -> None:
    """A link to the class that was opened here last and still goes on, and one to the class that was joined last."""
    led, joined = device.classes(), device.places()
    classes = resources.store().classes
    running = [each for each in classes.led_by(led) if each.step is not Step.CLOSED]
    for classroom in running[:1]:
        label = say("Go on leading your class: {title}", title=md(classroom.plan.title))
        links.link_elsewhere("class_lead", label, icon=":material/groups:", lead=classroom.lead_key)
    if found := classes.last_joined(joined):
        key, classroom = found
        place = {address.CODE: classroom.code, address.ME: key}
        label = say("Back to your class: {title}", title=md(classroom.plan.title))
        links.link_elsewhere("join", label, icon=":material/groups:", **place)

"""Storage: people and the positions they hold over time. Nobody is ever deleted."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert, select, update

from docgen.domain.people import Appointment, Person
from docgen.storage.tables import appointments, people


class People:
    """The people of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, organisation_id: int, name: str) -> Person:
        """A new person of an organisation."""
        statement = insert(people).values(organisation_id=organisation_id, name=name)
        id = self._connection.execute(statement.returning(people.c.id)).scalar_one()
        return Person(id, name)

    def rename(self, person: Person, name: str) -> None:
        """Correct how a person's name is written."""
        self._connection.execute(update(people).where(people.c.id == person.id).values(name=name))

    def appoint(self, appointment: Appointment, rank: int) -> None:
        """Record an appointment; members are listed by their rank."""
        self._connection.execute(
            insert(appointments).values(
                person_id=appointment.person.id,
                position=appointment.position,
                office=appointment.office,
                since=appointment.since,
                until=appointment.until,
                rank=rank,
            )
        )

    def end(self, appointment_id: int, until: date) -> None:
        """Note the last day on which an appointment was held."""
        self._change(appointment_id, until=until)

    def place(self, appointment_id: int, rank: int) -> None:
        """List an appointment at another rank."""
        self._change(appointment_id, rank=rank)

    def appointments(self, organisation_id: int) -> dict[int, Appointment]:
        """Every appointment of an organisation, past ones too, by its id, in the order of rank."""
        statement = (
            select(appointments, people.c.name)
            .join(people)
            .where(people.c.organisation_id == organisation_id)
            .order_by(appointments.c.rank, appointments.c.id)
        )
        return {
            row.id: Appointment(
                Person(row.person_id, row.name),
                row.position,
                office=row.office,
                since=row.since,
                until=row.until,
            )
            for row in self._connection.execute(statement)
        }

    def _change(self, appointment_id: int, **columns: object) -> None:
        wanted = appointments.c.id == appointment_id
        self._connection.execute(update(appointments).where(wanted).values(**columns))

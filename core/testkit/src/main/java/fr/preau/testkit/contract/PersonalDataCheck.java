package fr.preau.testkit.contract;

import fr.preau.api.privacy.PersonalData;
import fr.preau.api.privacy.PersonalData.Item;
import fr.preau.api.privacy.PersonalData.Kept;
import fr.preau.server.db.Scope;
import fr.preau.testkit.SchoolPerson;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plugin says and does about people's data: whoever stands in its rows gets a copy of something, the register tells
 * about it, and after the erasure the copy no longer names the person. Nothing is committed.
 */
final class PersonalDataCheck {
    private final Subject subject;

    PersonalDataCheck(Subject subject) {
        this.subject = subject;
    }

    void check() {
        Faults faults = new Faults();
        PersonalData data = subject.plugin().personalData();
        List<Kept> register = data.register();
        for (Kept kept : register) {
            if (kept.what().isBlank()
                    || kept.purpose().isBlank()
                    || kept.retention().isBlank()) {
                faults.add("a line of the register is not filled in: " + kept);
            }
        }
        try (TenantRows rows = subject.rows()) {
            for (SchoolPerson person : subject.ent().school().people()) {
                Map<String, Set<String>> mentions =
                        rows.mentions(person.tenantId(), Set.of(person.id().toString()));
                one(data, person, mentions, register, faults);
            }
        }
        faults.tell();
    }

    private void one(
            PersonalData data,
            SchoolPerson person,
            Map<String, Set<String>> mentions,
            List<Kept> register,
            Faults faults) {
        int foreign = subject.ent().otherSchool().tenantId();
        try (var entered = subject.plugin().enter();
                var scope = Scope.open(foreign, Scope.Mode.READ)) {
            if (!data.export(person.id()).isEmpty()) {
                faults.add("export(" + person.profile() + ") answers in another tenant");
            }
        }
        try (var entered = subject.plugin().enter();
                var scope = Scope.open(person.tenantId(), Scope.Mode.WRITE)) {
            List<Item> copy = data.export(person.id());
            if (copy.isEmpty() && !mentions.isEmpty()) {
                faults.add("export(" + person.profile() + ") is empty, yet the person stands in " + mentions.keySet());
            }
            if (!copy.isEmpty() && register.isEmpty()) {
                faults.add("register() is empty, yet something is kept: " + copy.get(0));
            }
            data.erase(person.id());
            for (Item left : data.export(person.id())) {
                if (left.text().contains(person.name())) {
                    faults.add("after erase(" + person.profile() + ") the copy still names the person: " + left);
                }
            }
            // Not committed: the next person, and the tests after this one, find everything as it was.
        } catch (RuntimeException e) {
            faults.add(person.profile() + ": " + e);
        }
    }
}

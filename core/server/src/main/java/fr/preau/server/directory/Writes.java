package fr.preau.server.directory;

import fr.preau.api.directory.DirectoryReading.Address;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The rows a plan writes, in batches: one round trip per table, not per row. Never deletes. Filled by one {@link Draft},
 * then run once; not thread-safe.
 */
final class Writes {
    /**
     * A class to add or to change.
     *
     * @param id its id
     * @param name its label
     * @param level its levels
     * @param externalId its number in the source
     */
    record ClassRow(UUID id, String name, String level, String externalId) {}

    /**
     * An address to put in its place.
     *
     * @param personId whose
     * @param rank which, from 1
     * @param address the address
     */
    record AddressRow(UUID personId, int rank, Address address) {}

    /**
     * A membership to begin.
     *
     * @param personId who
     * @param role how
     * @param classId the class, null for the school at large
     */
    record MembershipRow(UUID personId, Role role, @Nullable UUID classId) {}

    /**
     * A family tie.
     *
     * @param guardianId who
     * @param pupilId for whom
     * @param since from when
     */
    record TieRow(UUID guardianId, UUID pupilId, LocalDate since) {}

    final List<ClassRow> newClasses = new ArrayList<>();
    final List<ClassRow> changedClasses = new ArrayList<>();
    final List<PersonState> newPeople = new ArrayList<>();
    final List<PersonState> changedPeople = new ArrayList<>();
    final List<AddressRow> addresses = new ArrayList<>();
    final List<UUID> endedMemberships = new ArrayList<>();
    final List<MembershipRow> newMemberships = new ArrayList<>();
    final List<TieRow> endedTies = new ArrayList<>();
    final List<TieRow> newTies = new ArrayList<>();

    /** Carries all out, in the handle's transaction. */
    void run(Handle handle, ImportRequest request, UUID schoolId) {
        batch(
                handle,
                """
                insert into core.class (id, school_id, school_year, name, level, external_id)
                values (:id, :school, :year, :name, :level, :externalId)""",
                newClasses,
                (batch, row) -> bind(batch, row)
                        .bind("school", schoolId)
                        .bind("year", SchoolYear.of(request.day()).start()));
        batch(handle, """
                update core.class set name = :name, level = :level, external_id = :externalId
                where id = :id""", changedClasses, Writes::bind);
        batch(handle, """
                insert into core.person (id, profile, civility, last_name, usual_name, first_name, birth_date, sex, ine,
                    email, phones, photo_consent, source)
                values (:id, :profile, :civility, :last, :usual, :first, :birthDate, :sex, :ine, :email, :phones,
                    :photoConsent, :source)""", newPeople, (batch, row) -> bind(batch, row).bind("source", request.source()));
        batch(handle, """
                update core.person set profile = :profile, civility = :civility, last_name = :last, usual_name = :usual,
                    first_name = :first, birth_date = :birthDate, sex = :sex, ine = :ine, email = :email,
                    phones = :phones, photo_consent = :photoConsent
                where id = :id""", changedPeople, Writes::bind);
        batch(
                handle,
                """
                insert into core.address (person_id, rank, street, postcode, town, country)
                values (:person, :rank, :street, :postcode, :town, :country)
                on conflict (tenant_id, person_id, rank) do update set street = excluded.street,
                    postcode = excluded.postcode, town = excluded.town, country = excluded.country""",
                addresses,
                (batch, row) -> batch.bind("person", row.personId())
                        .bind("rank", row.rank())
                        .bind("street", row.address().street())
                        .bind("postcode", row.address().postcode())
                        .bind("town", row.address().town())
                        .bind("country", row.address().country()));
        batch(
                handle,
                "update core.membership set until = :day where id = :id",
                endedMemberships,
                (batch, id) -> batch.bind("id", id).bind("day", request.day()));
        batch(
                handle,
                """
                insert into core.membership (person_id, school_id, class_id, role, since, source)
                values (:person, :school, :class, :role, :day, :source)""",
                newMemberships,
                (batch, row) -> batch.bind("person", row.personId())
                        .bind("school", schoolId)
                        .bind("class", row.classId())
                        .bind("role", row.role().name())
                        .bind("day", request.day())
                        .bind("source", request.source()));
        batch(handle, """
                update core.guardianship set until = :day
                where guardian_id = :guardian and pupil_id = :pupil and since = :since""", endedTies, (batch, row) -> bind(batch, row).bind("day", request.day()));
        // What a court restricted stays so. The key holds the day it began: a tie that ended today and comes back today
        // is the same line.
        batch(handle, """
                insert into core.guardianship (guardian_id, pupil_id, since, source, authority, contact, restricted)
                select :guardian, :pupil, :since, :source,
                       coalesce(x.authority, true), coalesce(x.contact, true), coalesce(x.restricted, false)
                from (select) one left join lateral (
                    select authority, contact, restricted from core.guardianship
                    where guardian_id = :guardian and pupil_id = :pupil and restricted
                    order by since desc limit 1) x on true
                on conflict (tenant_id, guardian_id, pupil_id, since) do update set until = null""", newTies, (batch, row) -> bind(batch, row).bind("source", request.source()));
    }

    private static PreparedBatch bind(PreparedBatch batch, ClassRow row) {
        return batch.bind("id", row.id())
                .bind("name", row.name())
                .bind("level", row.level())
                .bind("externalId", row.externalId());
    }

    private static PreparedBatch bind(PreparedBatch batch, PersonState row) {
        return batch.bind("id", row.id())
                .bind("profile", row.profile().name())
                .bind("civility", row.civility())
                .bind("last", row.name().last())
                .bind("usual", row.name().usual())
                .bind("first", row.name().first())
                .bind("birthDate", row.birthDate())
                .bind("sex", row.sex())
                .bind("ine", row.ine())
                .bind("email", row.email())
                .bind("phones", row.phones().toArray(new String[0]))
                .bind("photoConsent", row.photoConsent());
    }

    private static PreparedBatch bind(PreparedBatch batch, TieRow row) {
        return batch.bind("guardian", row.guardianId())
                .bind("pupil", row.pupilId())
                .bind("since", row.since());
    }

    private static <T> void batch(Handle handle, String sql, List<T> rows, BiConsumer<PreparedBatch, T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (T row : rows) {
                binder.accept(batch, row);
                batch.add();
            }
            batch.execute();
        }
    }
}

package fr.preau.plugins.cantine.menu;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Changes to menus: one statement or one batch each, whatever the number of days. */
public interface MenuWrites {

    /**
     * A day's row.
     *
     * @param note as in {@link DayContent}, like the others
     */
    record DayRow(
            LocalDate day, @Nullable UUID schoolId, boolean closed, String closedReason, String note, UUID savedBy) {}

    /**
     * A dish's row. Lists are names of constants with blanks between them.
     *
     * @param allergens null if nobody said
     */
    record DishRow(
            UUID dayId,
            int position,
            String meal,
            String convives,
            String course,
            String name,
            String code,
            String siqo,
            String label,
            String regimes,
            String precisions,
            @Nullable String allergens) {}

    /** A draft that becomes what families see. */
    record Release(UUID id, UUID publishedBy, @Nullable Instant publishedAt, boolean modified, String reason) {}

    /**
     * Writes drafts, in place of those of the same day and school. The row stays locked until the end of the transaction.
     *
     * @return their ids, in the same order
     */
    @SqlBatch("""
            insert into menu_day (day, school_id, state, closed, closed_reason, note, saved_by)
            values (:day, :schoolId, 'DRAFT', :closed, :closedReason, :note, :savedBy)
            on conflict (tenant_id, day, school_id, state) do update set
                closed = excluded.closed, closed_reason = excluded.closed_reason, note = excluded.note,
                saved_by = excluded.saved_by, saved_at = now(), version = menu_day.version + 1
            """)
    @GetGeneratedKeys("id")
    List<UUID> writeDrafts(@BindMethods List<DayRow> days);

    /** Empties days of their dishes. */
    @SqlUpdate("delete from dish where day_id = any(:days)")
    void clear(List<UUID> days);

    /** Adds dishes. */
    @SqlBatch("""
            insert into dish (day_id, position, meal, convives, course, name, code, siqo, label, regimes, precisions,
                allergens)
            values (:dayId, :position, :meal, :convives, :course, :name, :code, string_to_array(:siqo, ' '), :label,
                string_to_array(:regimes, ' '), :precisions, string_to_array(cast(:allergens as text), ' '))
            """)
    void addDishes(@BindMethods List<DishRow> dishes);

    /** Deletes days with their dishes. */
    @SqlUpdate("delete from menu_day where id = any(:days)")
    void delete(List<UUID> days);

    /** Turns drafts into what families see; the rows they replace must be gone. */
    @SqlBatch("""
            update menu_day set state = 'PUBLISHED', published_by = :publishedBy, version = version + 1,
                published_at = coalesce(:publishedAt, now()), modified_at = case when :modified then now() end,
                modification_reason = :reason
            where id = :id and state = 'DRAFT'
            """)
    void release(@BindMethods List<Release> drafts);
}

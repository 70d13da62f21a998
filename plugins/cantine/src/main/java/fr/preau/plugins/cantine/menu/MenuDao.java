package fr.preau.plugins.cantine.menu;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

/** Readings of menus: one statement each, whatever the number of days. */
public interface MenuDao {
    /** The columns that {@link DayLine.Mapper} reads, but the name of who saved. */
    String COLUMNS = """
            d.id, d.version, d.day, d.school_id, s.name as school_name, s.uai, d.state, d.closed, d.closed_reason, d.note,
            d.saved_at, d.published_at, d.modified_at, d.modification_reason, i.meal, i.convives, i.course, i.name, i.code,
            array_to_string(i.siqo, ' ') as siqo, i.label, array_to_string(i.regimes, ' ') as regimes, i.precisions,
            array_to_string(i.allergens, ' ') as allergens
            """;

    /** Where they come from. */
    String TABLES = """
            from menu_day d left join dish i on i.day_id = d.id left join ent.school s on s.id = d.school_id
            """;

    /** The order in which {@link DayLine#gather} and pages want them: the menu for all schools first. */
    String ORDER = " order by d.day, s.name nulls first, d.id, i.position";

    /** The schools whose menus a person may read. */
    String MINE = """
            with mine as materialized (
                select distinct school_id from ent.school_right where person_id = :me and right_name = 'read')
            """;

    /**
     * What a person may see: published, for one's schools. A school's own menu hides the one for all, unless another of
     * one's schools eats that.
     */
    String VISIBLE = """
            d.state = 'PUBLISHED' and (
                d.school_id in (select school_id from mine)
                or (d.school_id is null and exists (
                    select from mine where not exists (
                        select from menu_day own where own.state = 'PUBLISHED' and own.day = d.day
                            and own.school_id = mine.school_id))))
            """;

    /** What families see from one day to another, both included. */
    @SqlQuery(MINE + "select '' as saved_by_name, " + COLUMNS + TABLES + " where d.day between :from and :to and "
            + VISIBLE + ORDER)
    @UseRowMapper(DayLine.Mapper.class)
    List<DayLine> published(LocalDate from, LocalDate to, UUID me);

    /** The first day on which lunch is served, from that day on and within a month. */
    @SqlQuery(MINE + "select '' as saved_by_name, " + COLUMNS + TABLES
            + " where d.day = (select min(d.day) from menu_day d"
            + " where d.day between :from and :from + 31 and not d.closed"
            + " and exists (select from dish l where l.day_id = d.id and l.meal = 'DEJEUNER') and " + VISIBLE
            + ") and not d.closed and " + VISIBLE + ORDER)
    @UseRowMapper(DayLine.Mapper.class)
    List<DayLine> nextLunch(LocalDate from, UUID me);

    /** All rows, drafts too, for who prepares them. */
    @SqlQuery("select p.display_name as saved_by_name, " + COLUMNS + TABLES
            + " left join ent.person p on p.id = d.saved_by where d.day between :from and :to" + ORDER)
    @UseRowMapper(DayLine.Mapper.class)
    List<DayLine> all(LocalDate from, LocalDate to);
}

package fr.preau.server.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Notices, in the scope's tenant. */
interface NoticeDao {
    /** Whom it was told; nobody who was told before. */
    @SqlQuery("insert into core.notice (person_id, kind, about, path, due, params) "
            + "select distinct person, :kind, :about, :path, :due::date, to_jsonb(:params::text[]) "
            + "from unnest(:persons) as told (person) on conflict do nothing returning person_id")
    List<UUID> tell(UUID[] persons, String kind, String about, String path, @Nullable LocalDate due, String[] params);

    String NOTICE = "select id, kind, array(select jsonb_array_elements_text(params)) as params, path, made_at, due, "
            + "read_at from core.notice ";

    @SqlQuery(NOTICE + "where person_id = :person order by made_at desc, id desc limit :limit offset :offset")
    @RegisterConstructorMapper(Notice.class)
    List<Notice> page(UUID person, int limit, int offset);

    @SqlQuery("update core.notice set read_at = coalesce(read_at, now()) where person_id = :person and id = :id "
            + "returning path")
    Optional<String> read(UUID person, UUID id);

    @SqlUpdate("update core.notice set read_at = now() where person_id = :person and read_at is null")
    int readAll(UUID person);

    /** What was done needs no reading any more. */
    @SqlQuery("update core.notice set read_at = now() where person_id = any (:persons) and read_at is null "
            + "and kind = any (:kinds) and (about = :about or starts_with(about, :about || ' ')) returning person_id")
    List<UUID> settle(UUID[] persons, String[] kinds, String about);

    @SqlUpdate("delete from core.notice where made_at < now() - interval '2 years'")
    int forget();
}

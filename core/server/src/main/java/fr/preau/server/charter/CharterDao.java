package fr.preau.server.charter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What the scope's tenant wrote. */
interface CharterDao {
    /** A version as it is kept; its articles as JSON. */
    record Row(
            Audience audience,
            int version,
            String title,
            String intro,
            String articles,
            String note,
            int revision,
            @Nullable Instant publishedAt,
            String publishedBy) {}

    String VERSIONS =
            "select v.audience, v.version, v.title, v.intro, v.articles::text as articles, v.note, v.revision, "
                    + "v.published_at, coalesce(p.display_name, '') as published_by "
                    + "from core.charter_version v left join ent.person p on p.id = v.published_by ";

    /** The versions in force of these audiences, as far as the tenant wrote any. */
    @SqlQuery(VERSIONS + "where v.audience = any(:audiences) and v.version = (select max(o.version) "
            + "from core.charter_version o where o.audience = v.audience and o.published_at is not null)")
    @RegisterConstructorMapper(Row.class)
    List<Row> inForce(String[] audiences);

    /** The draft, then what was published, newest first. */
    @SqlQuery(VERSIONS + "where v.audience = :audience order by v.version desc")
    @RegisterConstructorMapper(Row.class)
    List<Row> all(Audience audience);

    @SqlQuery("select audience from core.charter_version where published_at is null")
    List<Audience> drafts();

    @SqlUpdate("insert into core.charter_version (audience, version, title, intro, articles) "
            + "values (:audience, :version, :title, :intro, cast(:articles as jsonb)) on conflict do nothing")
    void start(Audience audience, int version, String title, String intro, String articles);

    @SqlUpdate("update core.charter_version set title = :title, intro = :intro, articles = cast(:articles as jsonb), "
            + "revision = revision + 1 where audience = :audience and published_at is null and revision = :revision")
    int save(Audience audience, int revision, String title, String intro, String articles);

    @SqlUpdate("update core.charter_version set published_at = now(), published_by = :by, note = :note "
            + "where audience = :audience and published_at is null and revision = :revision")
    int publish(Audience audience, int revision, String note, UUID by);

    @SqlUpdate("delete from core.charter_version where audience = :audience and published_at is null")
    int discard(Audience audience);

    @SqlQuery("select consent_age, young_age from core.charter_ages")
    @RegisterConstructorMapper(Ages.class)
    Optional<Ages> ages();

    @SqlUpdate("insert into core.charter_ages (consent_age, young_age) values (:consentAge, :youngAge) "
            + "on conflict (tenant_id) do update set consent_age = :consentAge, young_age = :youngAge")
    void setAges(int consentAge, int youngAge);
}

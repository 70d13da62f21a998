package fr.preau.server.portal.roles;

import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Whom a head may ask about. */
interface WhyDao {
    /** Whether a person has to do with a school that the head heads. */
    @SqlQuery("select exists (select from access.tie mine join access.tie theirs on theirs.tenant_id = mine.tenant_id "
            + "and theirs.school_id = mine.school_id where mine.person_id = :head and mine.profile = 'HEAD' "
            + "and theirs.person_id = :person)")
    boolean inSchoolsOf(UUID head, UUID person);

    /** The schools that a person heads. */
    @SqlQuery("select school_id from access.tie where person_id = :head and profile = 'HEAD'")
    Set<UUID> headedBy(UUID head);
}

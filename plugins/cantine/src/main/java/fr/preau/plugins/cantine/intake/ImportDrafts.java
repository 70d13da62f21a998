package fr.preau.plugins.cantine.intake;

import fr.preau.api.web.Upload;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Files between their dry run and their confirmation. Each is its sender's alone, and lives a day at most. */
public interface ImportDrafts {
    /**
     * A file that waits.
     *
     * @param fileName its name
     * @param content its bytes, as sent
     * @param target for whom, as in {@link ImportPlan}
     */
    record Draft(String fileName, byte[] content, String target) {
        /** The file. */
        public Upload upload() {
            return new Upload(fileName, content);
        }
    }

    /** Keeps a file. */
    @SqlUpdate("""
            insert into import_draft (id, person_id, file_name, content, target)
            values (:id, :me, :fileName, :content, :target)
            """)
    void keep(UUID id, UUID me, String fileName, byte[] content, String target);

    /** A file of this person's, if it still waits. */
    @SqlQuery("""
            select file_name, content, target from import_draft
            where id = :id and person_id = :me and created_at > now() - interval '1 day'
            """)
    @RegisterConstructorMapper(Draft.class)
    Optional<Draft> find(UUID id, UUID me);

    /** Forgets a file, and all those that are a day old, whoever sent them. */
    @SqlUpdate(
            "delete from import_draft where (id = :id and person_id = :me) or created_at <= now() - interval '1 day'")
    void forget(UUID id, UUID me);
}

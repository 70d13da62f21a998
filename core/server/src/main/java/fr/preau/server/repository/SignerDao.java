package fr.preau.server.repository;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Who may sign. Of the server, of no tenant. */
@RegisterConstructorMapper(Signer.class)
interface SignerDao {
    @SqlQuery(
            "select fingerprint, name, added_at, removed_at from system.plugin_signer order by removed_at nulls first, name")
    List<Signer> list();

    @SqlUpdate("insert into system.plugin_signer (fingerprint, name) values (:fingerprint, :name) "
            + "on conflict (fingerprint) do update set name = excluded.name, removed_at = null")
    void add(String fingerprint, String name);

    @SqlUpdate(
            "update system.plugin_signer set removed_at = now() where fingerprint = :fingerprint and removed_at is null")
    int remove(String fingerprint);
}

package fr.preau.server.repository;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The repositories. Of the server, of no tenant. */
@RegisterConstructorMapper(RepositoryDao.Row.class)
interface RepositoryDao {
    /** One of them, its index as text. */
    record Row(
            int id, String address, @Nullable String signer, long number, String index, Instant readAt, String fault) {}

    @SqlQuery("select id, address, signer, number, index, read_at, fault from system.plugin_repository order by id")
    List<Row> list();

    @SqlUpdate("insert into system.plugin_repository (address, signer, number, index, read_at) "
            + "values (:address, :signer, :number, :index, :at) on conflict (address) do nothing")
    int add(String address, @Nullable String signer, long number, String index, Instant at);

    /** Never goes back, whatever another node does at the same time. */
    @SqlUpdate("update system.plugin_repository set number = :number, index = :index, read_at = :at, fault = '' "
            + "where id = :id and number <= :number")
    int update(int id, long number, String index, Instant at);

    @SqlUpdate("update system.plugin_repository set fault = :fault where id = :id")
    void failed(int id, String fault);

    @SqlUpdate("delete from system.plugin_repository where address = :address")
    int remove(String address);
}

package fr.preau.plugins.cantine.opendata;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Who publishes the open data. */
public interface PublisherDao {
    /** The publisher, once it has been said. */
    @SqlQuery("select name, siret, kitchen_name, kitchen_siret from publisher")
    @RegisterConstructorMapper(Publisher.class)
    Optional<Publisher> find();

    /** Says it, or corrects it. */
    @SqlUpdate("""
            insert into publisher (name, siret, kitchen_name, kitchen_siret)
            values (:name, :siret, :kitchenName, :kitchenSiret)
            on conflict (tenant_id) do update set name = excluded.name, siret = excluded.siret,
                kitchen_name = excluded.kitchen_name, kitchen_siret = excluded.kitchen_siret
            """)
    void save(@BindMethods Publisher publisher);
}

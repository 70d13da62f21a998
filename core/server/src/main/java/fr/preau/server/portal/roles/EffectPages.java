package fr.preau.server.portal.roles;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.server.access.Grants;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.access.Preview;
import fr.preau.server.access.RoleLine;
import fr.preau.server.access.Standing;
import fr.preau.server.access.TenantFacts.Right;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who would gain and who would lose, before a change of rights is made: each page takes the fields of the form that would make it,
 * and hands them on. Thread-safe.
 */
@Singleton
@Path("console/effet")
@Needs(Who.SIGNED_IN)
public final class EffectPages implements CoreResource {
    private final Preview preview;
    private final Grants grants;
    private final RolesDesk desk;
    private final Layout layout;

    @Inject
    EffectPages(Preview preview, Grants grants, RolesDesk desk, Layout layout) {
        this.preview = preview;
        this.grants = grants;
        this.desk = desk;
        this.layout = layout;
    }

    /** Of changing a role. */
    @POST
    @Path("roles/{id}")
    public Page ofRole(
            @PathParam("id") UUID id,
            @FormParam("nom") @DefaultValue("") String name,
            @FormParam("description") @DefaultValue("") String description,
            @FormParam("droit") List<String> rights,
            @Context Caller caller) {
        Standing giver = desk.administrator(caller);
        RoleLine role = grants.role(caller.tenantId(), id).orElseThrow(NotFoundException::new);
        Map<String, List<String>> fields = new TreeMap<>();
        fields.put("nom", List.of(name));
        fields.put("description", List.of(description));
        fields.put("droit", rights);
        return page(
                giver,
                role.name(),
                "console/roles/" + id,
                "console/roles/" + id,
                fields,
                preview.ofRole(caller.tenantId(), id, rights));
    }

    /** Of changing which profiles hold a right. */
    @POST
    @Path("profils/{right}")
    public Page ofProfiles(
            @PathParam("right") String right,
            @FormParam("profil") List<String> profiles,
            @FormParam("age") @DefaultValue("") String age,
            @FormParam("defaut") @DefaultValue("") String standard,
            @Context Caller caller) {
        Standing giver = desk.administrator(caller);
        Choice choice = Choice.read(right, profiles, age, standard);
        Right known = giver.world().right(choice.right());
        if (known == null || choice.right().ofPortal()) {
            throw new NotFoundException();
        }
        Map<String, List<String>> fields = new TreeMap<>();
        fields.put("profil", profiles);
        fields.put("age", List.of(age));
        fields.put("defaut", standard.isEmpty() ? List.of() : List.of(standard));
        return page(
                giver,
                known.label(),
                "console/roles/profils/" + choice.right(),
                "console/roles/profils",
                fields,
                preview.ofProfiles(caller.tenantId(), choice.right(), choice.profiles(), choice.minAge()));
    }

    private Page page(
            Standing giver,
            String about,
            String save,
            String back,
            Map<String, List<String>> fields,
            Preview.Effect effect) {
        return Page.of(layout.coreUi().t("effect.title"), "roles/effect.jte")
                .with("world", giver.world())
                .with("about", about)
                .with("save", save)
                .with("back", back)
                .with("fields", fields)
                .with("effect", effect);
    }
}

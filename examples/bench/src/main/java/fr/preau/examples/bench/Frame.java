package fr.preau.examples.bench;

import fr.preau.api.web.Page;
import fr.preau.server.portal.view.Shell;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws pages of one place inside the portal's layout, by JTE alone: all that stands around the page, but its title, was
 * made once. Thread-safe.
 *
 * @param core the core's templates
 * @param coreUi for the core's templates
 * @param templates the place's templates
 * @param ui for the place's templates
 * @param around what stands around each page
 */
record Frame(TemplateEngine core, FloorUi coreUi, TemplateEngine templates, FloorUi ui, Shell around) {

    Utf8ByteOutput draw(Page page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        Shell shell = new Shell(
                page.title(),
                around.tenantName(),
                around.personName(),
                around.child(),
                around.places(),
                around.services(),
                around.crumbs(),
                around.message(),
                around.hueClass(),
                around.bell());
        core.render("layout.jte", Map.of("ui", coreUi, "shell", shell, "content", inside(page)), output);
        return output;
    }

    /** A page or a fragment without anything around it, drawn when its place is reached. */
    Content inside(Page page) {
        Map<String, @Nullable Object> parameters = new HashMap<>(page.parameters());
        parameters.put("ui", ui);
        return output -> templates.render(String.valueOf(page.template()), parameters, output);
    }
}

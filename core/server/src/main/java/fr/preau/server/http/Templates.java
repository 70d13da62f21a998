package fr.preau.server.http;

import fr.preau.api.web.Ui;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Precompiled JTE templates of one jar. Thread-safe. */
public final class Templates {
    private final TemplateEngine engine;

    private Templates(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * The templates that the build compiled into a package.
     *
     * @param loader where the classes are
     * @param packageName as told to the JTE Maven plugin
     */
    public static Templates of(ClassLoader loader, String packageName) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JTE 3.2 ignores its parent loader argument for precompiled templates: the context loader counts.
        thread.setContextClassLoader(loader);
        try {
            TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, loader, packageName);
            return new Templates(engine);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Renders into an output; {@code ui} is added to the parameters. */
    public void render(String template, Ui ui, Map<String, @Nullable Object> parameters, TemplateOutput output) {
        Map<String, @Nullable Object> all = new HashMap<>(parameters);
        all.put("ui", ui);
        engine.render(template, all, output);
    }

    /** The same, later, as a part of another template. */
    public Content content(String template, Ui ui, Map<String, @Nullable Object> parameters) {
        return output -> render(template, ui, parameters, output);
    }
}

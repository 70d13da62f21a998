package fr.preau.testkit;

/** Puts data into a plugin, as people do: through its pages or its JSON. */
@FunctionalInterface
public interface Seed {
    /**
     * Called once for each made-up school. Write the school's name into texts, so that the two can be told apart:
     *
     * <pre>{@code
     * .seeded((ent, school) -> ent.as(school.teacher())
     *         .postJson("/apps/blog/api/posts", Map.of("title", "Sortie, " + school.name(), …)))
     * }</pre>
     */
    void sow(EntExtension ent, MadeUpSchool school) throws Exception;
}

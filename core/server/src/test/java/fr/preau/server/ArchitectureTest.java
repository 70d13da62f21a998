package fr.preau.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "fr.preau", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_api_stands_alone = noClasses()
            .that()
            .resideInAPackage("fr.preau.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.preau.server..")
            .because("plugins compile against the API alone");

    @ArchTest
    static final ArchRule the_server_names_no_plugin = noClasses()
            .that()
            .resideInAPackage("fr.preau.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.preau.plugins..")
            .because("every feature must be able to come, go and be replaced");

    @ArchTest
    static final ArchRule the_database_knows_nothing_above_it = noClasses()
            .that()
            .resideInAPackage("fr.preau.server.db..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fr.preau.server.http..",
                    "fr.preau.server.plugin..",
                    "fr.preau.server.portal..",
                    "fr.preau.server.account..")
            .because("arrows run one way: what serves requests stands on the database");

    @ArchTest
    static final ArchRule nothing_stands_on_the_portal_but_its_views = noClasses()
            .that()
            .resideInAnyPackage("fr.preau.server.plugin..", "fr.preau.server.account..", "fr.preau.server.directory..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.preau.server.portal", "fr.preau.server.portal.console")
            .because("pages show what the concepts hold, never the other way round");

    @ArchTest
    static final ArchRule no_injected_fields = fields().should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .because("what an object needs is in its constructor");

    @ArchTest
    static final ArchRule only_commands_print = noClasses()
            .that()
            .resideOutsideOfPackages("fr.preau.server.ops..", "fr.preau.server")
            .should()
            .accessField(System.class, "out")
            .because("a server logs; only its command line talks");
}

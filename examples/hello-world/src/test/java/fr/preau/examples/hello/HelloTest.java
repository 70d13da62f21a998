package fr.preau.examples.hello;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.testkit.EntExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HelloTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(HelloPlugin.class);

    @Test
    void greets_the_caller() {
        assertThat(ent.as(Profile.PUPIL).get("/apps/hello-world/").body()).contains("Bonjour Alix");
    }
}

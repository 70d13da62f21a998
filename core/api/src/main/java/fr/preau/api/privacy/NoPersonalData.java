package fr.preau.api.privacy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** For a plugin that keeps nothing about anybody. Thread-safe. */
public final class NoPersonalData implements PersonalData {

    /** For the plugin's injector. */
    @Inject
    public NoPersonalData() {}

    @Override
    public List<Kept> register() {
        return List.of();
    }

    @Override
    public List<Item> export(UUID personId) {
        return List.of();
    }

    @Override
    public int erase(UUID personId) {
        return 0;
    }
}

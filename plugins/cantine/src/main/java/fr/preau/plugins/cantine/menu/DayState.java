package fr.preau.plugins.cantine.menu;

/** Whether families see it. */
public enum DayState {
    /** Being prepared. */
    DRAFT,
    /** As families see it. */
    PUBLISHED
}

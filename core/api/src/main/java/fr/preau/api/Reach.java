package fr.preau.api;

/** What a right is about, and so where it can be held. */
public enum Reach {
    /** One class: its blog, its work. Join to {@code ent.class_right}. */
    CLASS,
    /** One school: its menus, its garderie. Join to {@code ent.school_right}. */
    SCHOOL,
    /** The whole ENT at once. */
    TENANT
}

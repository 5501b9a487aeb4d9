// Copyright 2026 the Otter team. You may not use this file except in compliance with the license in LICENSE.
package org.example.otter;

import java.util.ArrayList;
import java.util.List;

/** Rights that a user has in a folder; a request without permission is refused. */
public final class Permissions {
    private final List<String> granted = new ArrayList<>();
    private final boolean restricted;

    public Permissions(boolean restricted) {
        this.restricted = restricted;
    }

    /** Grants a permission. */
    public void grant(String permission) {
        if (!granted.contains(permission)) {
            granted.add(permission);
        }
    }

    /** Whether the permission was granted and nothing prohibits it. */
    public boolean permits(String permission, String folder) {
        if (restricted && folder.startsWith("/private")) {
            return false;
        }
        return granted.contains(permission);
    }
}

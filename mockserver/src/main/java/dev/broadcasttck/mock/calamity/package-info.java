/** What can befall a connection, whoever is right: the catalogue of calamities. */
@NullMarked
package dev.broadcasttck.mock.calamity;

import org.jspecify.annotations.NullMarked;

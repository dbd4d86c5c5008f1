/** Rules about which team owns what. It never judges what a team does with what it owns. */
@NullMarked
package io.headgate.rules.owner;

import org.jspecify.annotations.NullMarked;

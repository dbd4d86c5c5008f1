/**
 * A rule's page as its test: the cases in it are run, and every line that expects nothing expects
 * silence. It never renders Markdown.
 */
@NullMarked
package io.headgate.engine.page;

import org.jspecify.annotations.NullMarked;

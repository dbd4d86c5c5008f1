/**
 * Where the files of a run come from: the disk, or memory. It never leaves the root, follows no
 * link out of it, and reads no more than the limits allow. And how a file is written whole, with
 * whatever it is to hold.
 */
@NullMarked
package io.headgate.engine.files;

import org.jspecify.annotations.NullMarked;

package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.hcl.HclFile;

/**
 * An instance of a resource as the files declare it.
 *
 * @param address as in a plan
 * @param block the address without keys: that of its block
 * @param uncertain whether it stands for any number of instances, since that is not known
 * @param file the file of the root module from which it comes
 * @param cluster what its provider is called, if that tells clusters apart; otherwise empty
 * @param instance its values
 */
record Planned(
    String address,
    String block,
    boolean uncertain,
    HclFile file,
    String cluster,
    Instance instance) {}

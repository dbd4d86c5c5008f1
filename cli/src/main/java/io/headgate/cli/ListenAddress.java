package io.headgate.cli;

import io.headgate.engine.error.UserError;
import java.net.InetSocketAddress;
import picocli.CommandLine.ParseResult;

/** Where a command listens. */
final class ListenAddress {

  private ListenAddress() {}

  static InetSocketAddress at(String address, int port) {
    InetSocketAddress at = new InetSocketAddress(address, port);
    if (at.isUnresolved()) {
      throw new UserError("There is no address '" + address + "' to listen at.");
    }
    return at;
  }

  static int port(ParseResult parsed, String name, int value) {
    int port = parsed.matchedOptionValue(name, value);
    if (port < 0 || port > 65535) {
      throw new UserError("'" + name + "' takes a port, but was given '" + port + "'.");
    }
    return port;
  }
}

package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.shard.Shard;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A shard as it is typed: {@code 2/3}. */
final class ShardNumber implements ITypeConverter<Shard> {
  @Override
  public Shard convert(String typed) {
    if (!typed.matches("[0-9]{1,4}/[0-9]{1,4}")) {
      throw new TypeConversionException("'" + typed + "' is no part; write it like 2/3");
    }
    int slash = typed.indexOf('/');
    int part = Integer.parseInt(typed.substring(0, slash));
    int of = Integer.parseInt(typed.substring(slash + 1));
    if (part < 1 || part > of) {
      throw new TypeConversionException("there is no part " + part + " of " + of);
    }
    return new Shard(part, of);
  }
}

package dev.broadcasttck.conformance.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day as it is typed: {@code 2027-01-31}. */
final class Day implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + typed + "' is no day of the calendar; write it like 2027-01-31");
    }
  }
}

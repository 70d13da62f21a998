package fr.preau.server.ops;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command, and where its help is. Picocli would say it in English. Thread-safe. */
final class Misuse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(words(fault, command) + " Voyez « " + name + " --help ».");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String words(ParameterException fault, CommandLine command) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return "Pas compris : " + quoted(unmatched.getUnmatched()) + ".";
        }
        if (fault instanceof MissingParameterException missing) {
            return "Il manque : " + String.join(", ", names(missing, command)) + ".";
        }
        ArgSpec argument = fault.getArgSpec();
        if (argument != null) {
            String value = fault.getValue() == null ? "" : quoted(List.of(fault.getValue())) + " ";
            return value + "ne convient pas pour " + name(argument) + ". " + String.join(" ", argument.description());
        }
        return "Que faire ? " + String.join(", ", command.getSubcommands().keySet()) + ".";
    }

    /** Picocli names the first missing word only: those that come after it are missing too. */
    private static List<String> names(MissingParameterException missing, CommandLine command) {
        ArgSpec first = missing.getMissing().get(0);
        if (first instanceof PositionalParamSpec word) {
            return command.getCommandSpec().positionalParameters().stream()
                    .filter(each -> each.required()
                            && each.index().min() >= word.index().min())
                    .map(Misuse::name)
                    .toList();
        }
        return missing.getMissing().stream().map(Misuse::name).toList();
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "« " + word + " »").collect(Collectors.joining(" "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}

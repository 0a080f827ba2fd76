/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.faultbook.FaultbookConfigurationException.Finding;

/**
 * Checks the code and the definition of one catalog entry.
 */
final class EntryCheck {

	private static final Pattern CONFIGURED_CODE = Pattern.compile("[A-Za-z0-9_.-]+");

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

	private final ErrorCode entry;

	private final boolean configured;

	private final List<Finding> findings;

	EntryCheck(ErrorCode entry, List<Finding> findings) {
		this.entry = entry;
		this.configured = entry instanceof ConfiguredError;
		this.findings = findings;
	}

	/**
	 * Describe the location where a complete entry is declared.
	 * @param entry the entry
	 * @return its property or constant, or its class and code
	 */
	static String describe(ErrorCode entry) {
		if (entry instanceof ConfiguredError configured) {
			return configured.property();
		}
		return (entry instanceof Enum<?>) ? declarationOf(entry) : declarationOf(entry) + " (" + entry.code() + ")";
	}

	private static String declarationOf(ErrorCode entry) {
		return (entry instanceof Enum<?> constant) ? constant.getDeclaringClass().getName() + "." + constant.name()
				: entry.getClass().getName();
	}

	/**
	 * Check whether the entry has a code and a definition, without which nothing else can
	 * be checked.
	 * @return whether it has both
	 */
	boolean isComplete() {
		try {
			if (this.entry.definition() == null) {
				incomplete("definition() returns null.", "Return the definition of the entry.");
			}
			else if (this.entry.code() == null) {
				incomplete("code() returns null.", "Return the code that clients see.");
			}
			else {
				return true;
			}
		}
		catch (UnsupportedOperationException ex) {
			incomplete("it is not an enum constant and has no code.", "Override code() and return what clients see.");
		}
		catch (RuntimeException ex) {
			incomplete("it cannot be read: %s.".formatted(ex), "Correct its code() and definition().");
		}
		return false;
	}

	void run() {
		checkCode();
		ErrorDefinition definition = this.entry.definition();
		if (definition.status() < 400 || definition.status() > 599) {
			report("the status %d is not one of an error.".formatted(definition.status()),
					"Use a status from 400 to 599.");
		}
		if (definition.type() != null && definition.type().toString().isBlank()) {
			report("the problem type is empty.", "Use a URI, or leave it out.");
		}
		checkRetry(definition);
		checkTexts(definition);
		checkParameters(definition);
	}

	private void checkCode() {
		String code = this.entry.code();
		if (this.configured && !CONFIGURED_CODE.matcher(code).matches()) {
			report("the code '%s' is not valid.".formatted(code),
					"Use letters, digits, dots, hyphens and underscores.");
		}
		if (!this.configured && !ErrorCatalog.isCode(code)) {
			report("the code '%s' is not valid.".formatted(code),
					"Use lower case letters and digits, with single underscores between words.");
		}
	}

	private void checkRetry(ErrorDefinition definition) {
		Duration delay = definition.retryDelay();
		if (delay == null) {
			return;
		}
		if (delay.isNegative()) {
			report("the retry delay %s is negative.".formatted(delay), "Use a delay of 0 or more.");
		}
		if (definition.retry() == Retry.NEVER) {
			report("it has a retry delay but must not be retried.", "Allow a retry, or remove the delay.");
		}
	}

	private void checkTexts(ErrorDefinition definition) {
		if (definition.message().isBlank()) {
			report("the message is empty.", "Say what went wrong, for clients.");
		}
		if (!isBalanced(definition.message())) {
			report("the message has a brace without its other half.", "Write parameters as {name}.");
		}
		String title = definition.title();
		if (title != null && title.isBlank()) {
			report("the title is empty.", "Name the problem, or leave it out.");
		}
		if (title != null && (!isBalanced(title) || !MessageTemplate.parameters(title).isEmpty())) {
			report("the title has parameters, which are written as they are.",
					"Use parameters in the message: a title is the same in each occurrence.");
		}
	}

	private static boolean isBalanced(String text) {
		int open = 0;
		for (int i = 0; i < text.length() && open >= 0; i++) {
			open += (text.charAt(i) == '{') ? 1 : (text.charAt(i) == '}') ? -1 : 0;
		}
		return open == 0;
	}

	private void checkParameters(ErrorDefinition definition) {
		Set<String> known = new LinkedHashSet<>();
		for (ErrorDefinition.Parameter parameter : definition.parameters()) {
			if (!known.add(parameter.name())) {
				report("the parameter '%s' is declared twice.".formatted(parameter.name()), "Remove one of the two.");
			}
			checkName(parameter.name(), "the name of a parameter");
			checkExample(parameter);
		}
		for (String fact : definition.facts().keySet()) {
			if (known.add(fact)) {
				checkName(fact, "the name of a fact");
			}
		}
		for (String used : MessageTemplate.parameters(definition.message())) {
			if (!known.contains(used)) {
				report("the message uses {%s}, which is not a declared parameter.".formatted(used),
						this.configured ? "Declare it under 'parameters' or 'facts', or correct the name."
								: "Declare it with parameter(\"%s\", ...) or correct the name.".formatted(used));
			}
		}
	}

	/**
	 * Check the class of an example. The compiler does not check it if the definition was
	 * created in Kotlin, from raw types, or with another type by the configuration.
	 * @param parameter the parameter with the example
	 */
	private void checkExample(ErrorDefinition.Parameter parameter) {
		Object example = parameter.example();
		Class<?> type = parameter.type();
		boolean fits = example == null || type.isInstance(example)
				|| (!type.isEnum() && ApiType.of(example.getClass()) == ApiType.of(type));
		if (!fits) {
			report("the example of the parameter '%s' is not of its type %s.".formatted(parameter.name(),
					parameter.typeName()), "Correct the example or the type.");
		}
	}

	private void checkName(String name, String meaning) {
		if (!NAME.matcher(name).matches()) {
			report("'%s' is not %s.".formatted(name, meaning),
					"Use letters, digits and underscores, such as invoice_id.");
		}
	}

	private void incomplete(String problem, String action) {
		this.findings.add(new Finding(declarationOf(this.entry), problem, action));
	}

	private void report(String problem, String action) {
		this.findings.add(new Finding(describe(this.entry), problem, action));
	}

}

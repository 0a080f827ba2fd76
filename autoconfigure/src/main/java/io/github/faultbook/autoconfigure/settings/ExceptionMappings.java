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

package io.github.faultbook.autoconfigure.settings;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.MessageTemplate;
import io.github.faultbook.autoconfigure.catalog.ErrorCodeScanner;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the mappings from exceptions to catalog entries.
 */
final class ExceptionMappings {

	private static final String CODE = ".code";

	private static final String MESSAGE = ".message";

	private final ErrorCatalog catalog;

	private final ClassNames classes;

	private final List<Finding> findings;

	ExceptionMappings(ErrorCatalog catalog, ClassNames classes, List<Finding> findings) {
		this.catalog = catalog;
		this.classes = classes;
		this.findings = findings;
	}

	/**
	 * Resolve the configured mappings. A mapping is either a code or has the suffixes
	 * {@code .code} and {@code .message}.
	 * @param mappings the values by the name of the exception class and suffix
	 * @return the valid mappings; each problem is added to the findings
	 */
	Map<Class<?>, ExceptionMapping> resolve(Map<String, String> mappings) {
		Map<Class<?>, ExceptionMapping> valid = new LinkedHashMap<>();
		Set<String> classNames = new LinkedHashSet<>();
		mappings.keySet().forEach((key) -> classNames.add(withoutSuffix(key)));
		for (String className : classNames) {
			String where = "faultbook.mappings." + className;
			Class<?> type = this.classes.findException(where, className, this.findings);
			String code = mappings.getOrDefault(className, mappings.get(className + CODE));
			ExceptionMapping mapping = (code != null) ? createMapping(where, code, mappings.get(className + MESSAGE))
					: null;
			if (code == null) {
				this.findings.add(new Finding(where, "there is a message and no code.",
						"Set %s%s to a code of the catalog.".formatted(where, CODE)));
			}
			if (type != null && mapping != null) {
				// A class may be written in two ways; the first has the higher precedence
				valid.putIfAbsent(type, mapping);
			}
		}
		return valid;
	}

	/**
	 * Return the name of the class that a key is for.
	 * @param key the key of a mapping
	 * @return the key without {@code .code} or {@code .message}
	 */
	static String withoutSuffix(String key) {
		for (String suffix : new String[] { CODE, MESSAGE }) {
			if (key.endsWith(suffix)) {
				return key.substring(0, key.length() - suffix.length());
			}
		}
		return key;
	}

	/**
	 * Create a mapping to an entry of the catalog.
	 * @param where the property
	 * @param code the code of the entry
	 * @param message the text for clients, or {@code null} to use the message of the
	 * entry
	 * @return the mapping, or {@code null} if there is no such entry, which is added to
	 * the findings
	 */
	@Nullable ExceptionMapping createMapping(String where, String code, @Nullable String message) {
		ErrorCode entry = this.catalog.find(code);
		if (entry == null) {
			List<String> codes = this.catalog.entries().stream().map(ErrorCode::code).toList();
			this.findings.add(new Finding(where, "the catalog has no code '%s'.".formatted(code),
					Finding.didYouMean(code, codes) + "Use one of %s. ".formatted(codes) + ErrorCodeScanner.MISSING));
			return null;
		}
		if (message != null) {
			checkMessage(where + MESSAGE, message);
		}
		boolean usesEntry = message == null || message.contains(ExceptionMapping.OWN_TEXT);
		if (usesEntry && !MessageTemplate.parameters(entry.definition().message()).isEmpty()) {
			this.findings.add(new Finding(where,
					"the message of '%s' has parameters, for which a mapping has no values.".formatted(code),
					"Map to a code without parameters, or use an ErrorResolver bean."));
		}
		return new ExceptionMapping(entry, message);
	}

	private void checkMessage(String where, String message) {
		if (message.isBlank()) {
			this.findings.add(new Finding(where, "the message is empty.",
					"Write a text for clients, or remove the property to use the message of the code."));
		}
		if (!MessageTemplate.parameters(message.replace(ExceptionMapping.OWN_TEXT, "")).isEmpty()) {
			this.findings.add(new Finding(where, "a mapping has no values for parameters.",
					"Write a text without parameters; %s stands for the text of the exception."
						.formatted(ExceptionMapping.OWN_TEXT)));
		}
	}

}

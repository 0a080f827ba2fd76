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
import java.util.List;
import java.util.Map;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.MessageTemplate;
import io.github.faultbook.autoconfigure.catalog.ErrorCodeScanner;

/**
 * Reads which exceptions stand for which entries of the catalog.
 */
final class ExceptionMappings {

	private final ErrorCatalog catalog;

	private final ExceptionNames exceptions;

	private final List<Finding> findings;

	ExceptionMappings(ErrorCatalog catalog, ExceptionNames exceptions, List<Finding> findings) {
		this.catalog = catalog;
		this.exceptions = exceptions;
		this.findings = findings;
	}

	/**
	 * Read mappings.
	 * @param mappings codes by the name of the exception class
	 * @return those that are valid; what is not becomes a finding
	 */
	Map<Class<?>, ErrorCode> read(Map<String, String> mappings) {
		Map<Class<?>, ErrorCode> valid = new LinkedHashMap<>();
		mappings.forEach((className, code) -> {
			String where = "faultbook.mappings." + className;
			Class<?> type = this.exceptions.find(where, className);
			ErrorCode entry = this.catalog.find(code);
			if (entry == null) {
				List<String> codes = this.catalog.entries().stream().map(ErrorCode::code).toList();
				this.findings.add(new Finding(where, "the catalog has no code '%s'.".formatted(code),
						Finding.didYouMean(code, codes) + "Use one of %s. ".formatted(codes)
								+ ErrorCodeScanner.MISSING));
			}
			else if (!MessageTemplate.parameters(entry.definition().message()).isEmpty()) {
				this.findings.add(new Finding(where,
						"the message of '%s' has parameters, for which a mapping has no values.".formatted(code),
						"Map to a code without parameters, or use an ErrorResolver bean."));
			}
			if (type != null && entry != null) {
				valid.put(type, entry);
			}
		});
		return valid;
	}

}

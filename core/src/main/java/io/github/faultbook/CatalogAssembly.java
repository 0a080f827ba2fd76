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

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Assembles and checks the entries of a catalog. Problems are reported rather than
 * thrown, so that all of them are found at once.
 */
final class CatalogAssembly {

	private final List<Finding> findings;

	/**
	 * The entries by the code that clients see.
	 */
	private final Map<String, ErrorCode> entries = new LinkedHashMap<>();

	/**
	 * The configured variants of declared entries, by the declared code.
	 */
	private final Map<String, ErrorCode> configured = new LinkedHashMap<>();

	CatalogAssembly(List<Finding> findings) {
		this.findings = findings;
	}

	ErrorCatalog assemble(Collection<? extends ErrorCode> given) {
		Set<ErrorCode> declared = new LinkedHashSet<>(List.of(CommonError.values()));
		for (ErrorCode entry : new LinkedHashSet<>(given)) {
			if (!new EntryCheck(entry, this.findings).isComplete()) {
				continue;
			}
			if (entry.declared() != entry) {
				this.configured.put(entry.declared().code(), entry);
			}
			else {
				declared.add(entry);
			}
		}
		Map<String, ErrorCode> byDeclaredCode = new HashMap<>();
		declared.forEach((entry) -> add(entry, byDeclaredCode));
		this.entries.values().forEach(this::checkSuccessor);
		useCodesOfSuccessors();
		return new ErrorCatalog(this.entries, this.configured);
	}

	private void add(ErrorCode declared, Map<String, ErrorCode> byDeclaredCode) {
		ErrorCode entry = declared;
		ErrorCode other = byDeclaredCode.putIfAbsent(declared.code(), declared);
		if (other == null) {
			entry = this.configured.getOrDefault(declared.code(), declared);
			other = this.entries.putIfAbsent(entry.code(), entry);
		}
		if (other != null) {
			this.findings.add(new Finding(EntryCheck.describe(entry),
					"the code '%s' is taken by %s.".formatted(entry.code(), EntryCheck.describe(other)),
					"Give one of them another code: clients tell errors apart by it."));
		}
		new EntryCheck(entry, this.findings).run();
	}

	private void checkSuccessor(ErrorCode entry) {
		String code = successorOf(entry);
		if (code == null) {
			return;
		}
		ErrorCode successor = find(code);
		if (successor == null) {
			this.findings.add(new Finding(EntryCheck.describe(entry),
					"it is replaced by '%s', which is not in the catalog.".formatted(code),
					"Name the code of an entry."));
		}
		else if (successor.definition().deprecation() != null) {
			this.findings.add(new Finding(EntryCheck.describe(entry),
					"it is replaced by '%s', which is deprecated itself.".formatted(code),
					"Name the entry that clients should use now."));
		}
	}

	/**
	 * Let deprecated entries name their successors by the code that clients see.
	 */
	private void useCodesOfSuccessors() {
		if (this.configured.isEmpty()) {
			return;
		}
		this.entries.replaceAll((code, entry) -> {
			ErrorDefinition.Deprecation deprecation = entry.definition().deprecation();
			String named = successorOf(entry);
			ErrorCode successor = (named != null) ? find(named) : null;
			if (deprecation == null || successor == null || successor.code().equals(named)) {
				return entry;
			}
			ErrorCode renamed = new ConfiguredError(EntryCheck.describe(entry), code,
					entry.definition().deprecated(deprecation.since(), successor.code()), entry.declared());
			this.configured.put(entry.declared().code(), renamed);
			return renamed;
		});
	}

	private static @Nullable String successorOf(ErrorCode entry) {
		ErrorDefinition.Deprecation deprecation = entry.definition().deprecation();
		return (deprecation != null) ? deprecation.replacedBy() : null;
	}

	private @Nullable ErrorCode find(String code) {
		ErrorCode entry = this.entries.get(code);
		return (entry != null) ? entry : this.configured.get(code);
	}

}

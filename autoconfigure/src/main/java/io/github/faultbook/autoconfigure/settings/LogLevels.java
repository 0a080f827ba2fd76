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
import io.github.faultbook.autoconfigure.log.LogPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;

/**
 * Creates the {@link LogPolicy} from the configuration.
 */
final class LogLevels {

	private final ErrorCatalog catalog;

	private final ClassNames classes;

	private final List<Finding> findings;

	LogLevels(ErrorCatalog catalog, ClassNames classes, List<Finding> findings) {
		this.catalog = catalog;
		this.classes = classes;
		this.findings = findings;
	}

	/**
	 * Create the policy.
	 * @param log the configuration
	 * @return the policy; each problem is added to the findings
	 */
	LogPolicy createPolicy(FaultbookProperties.Log log) {
		Map<Class<?>, LogLevel> byClass = new LinkedHashMap<>();
		Map<String, LogLevel> byCode = new LinkedHashMap<>();
		Map<Integer, LogLevel> byStatus = new LinkedHashMap<>();
		log.getLevels().forEach((key, level) -> {
			String where = "faultbook.log.levels." + key;
			if (key.matches("[45]\\d\\d")) {
				byStatus.putIfAbsent(Integer.valueOf(key), level);
				return;
			}
			ErrorCode entry = findByKey(key);
			if (entry != null) {
				byCode.putIfAbsent(entry.code(), level);
			}
			else if (key.contains(".")) {
				Class<?> type = this.classes.findException(where, key, this.findings);
				byClass.putIfAbsent((type != null) ? type : Throwable.class, level);
			}
			else {
				List<String> codes = this.catalog.entries().stream().map(ErrorCode::code).toList();
				this.findings.add(new Finding(where, "this is neither a status nor a code nor an exception class.",
						Finding.didYouMean(key, codes)
								+ "Use a status from 400 to 599, a code of the catalog or the name of a class."));
			}
		});
		return new LogPolicy(byClass, byCode, byStatus, log.getClientErrors(), log.getServerErrors());
	}

	/**
	 * Find an entry by the key of a property. The binder removes the underscores of a
	 * code unless it is in brackets, and converts them to dots if the property is an
	 * environment variable.
	 * @param key the key
	 * @return the entry, or {@code null} if there is none
	 */
	private @Nullable ErrorCode findByKey(String key) {
		for (ErrorCode entry : this.catalog.entries()) {
			if (isKeyOf(entry.code(), key) || isKeyOf(entry.declared().code(), key)) {
				return entry;
			}
		}
		return null;
	}

	private static boolean isKeyOf(String code, String key) {
		return WrittenProperties.plain(code).equals(WrittenProperties.plain(key));
	}

}

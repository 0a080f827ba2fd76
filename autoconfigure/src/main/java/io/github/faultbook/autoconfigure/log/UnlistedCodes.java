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

package io.github.faultbook.autoconfigure.log;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Warns of enums with error codes that are answered but not in the catalog, once of each:
 * the annotation processor has not seen them, which nothing else would tell.
 */
public final class UnlistedCodes implements ErrorListener {

	private static final Log logger = LogFactory.getLog(UnlistedCodes.class);

	private final ErrorCatalog catalog;

	/**
	 * The enums that were named, as texts so that their class loaders can go.
	 */
	private final Set<String> named = ConcurrentHashMap.newKeySet();

	public UnlistedCodes(ErrorCatalog catalog) {
		this.catalog = catalog;
	}

	@Override
	public void onError(ErrorEvent event) {
		// An entry that the configuration has replaced is no constant any more
		if (event.error().errorCode() instanceof Enum<?> constant && !isListed(event.error().errorCode())) {
			String name = constant.getDeclaringClass().getName();
			if (this.named.add(name)) {
				logger.warn(name + " is not in the catalog, so that it is neither checked nor documented. "
						+ "Let the build name the annotation processor io.github.faultbook.processor.ErrorCodeIndexer, "
						+ "which JDK 23 and above does not run by itself, or list the enum under faultbook.codes.");
			}
		}
	}

	private boolean isListed(ErrorCode code) {
		ErrorCode entry = this.catalog.find(code.code());
		return entry != null && entry.declared() == code;
	}

}

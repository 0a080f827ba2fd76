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

package io.github.faultbook.autoconfigure.catalog;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * {@link ErrorListener} that logs a warning once for each enum whose codes are sent but
 * are not in the catalog, because its package is not scanned.
 */
public final class UnlistedCodes implements ErrorListener {

	private static final Log logger = LogFactory.getLog(UnlistedCodes.class);

	private final ErrorCatalog catalog;

	/**
	 * The names of the enums that were logged. References to the classes would keep their
	 * class loaders alive.
	 */
	private final Set<String> named = ConcurrentHashMap.newKeySet();

	/**
	 * Create a listener.
	 * @param catalog the catalog of the application
	 */
	public UnlistedCodes(ErrorCatalog catalog) {
		this.catalog = catalog;
	}

	@Override
	public void onError(ErrorEvent event) {
		// A configured entry is not a constant and always comes from the catalog
		if (event.error().errorCode() instanceof Enum<?> constant && !isListed(event.error().errorCode())) {
			String name = constant.getDeclaringClass().getName();
			if (this.named.add(name)) {
				logger.warn(name + " is not in the catalog, so that it is neither checked nor documented. "
						+ "Its package is not scanned: name it in @ErrorCodeScan or faultbook.codes.");
			}
		}
	}

	private boolean isListed(ErrorCode code) {
		ErrorCode entry = this.catalog.find(code.code());
		return entry != null && entry.declared() == code;
	}

}

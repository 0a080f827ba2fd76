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

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;

/**
 * The enums that were found when the application was processed ahead of time. At run
 * time, a native image has no class files to scan.
 *
 * @param names the names of the enums by package
 */
record ScannedPackages(Map<String, List<String>> names) {

	private static final String BEAN_NAME = "faultbookScannedPackages";

	/**
	 * Register the result of a scan. Generated code calls this method.
	 * @param beans the beans of the application
	 * @param names the names of the enums by package
	 */
	static void register(ConfigurableBeanFactory beans, Map<String, List<String>> names) {
		beans.registerSingleton(BEAN_NAME, new ScannedPackages(names));
	}

	/**
	 * Find the enums in a package.
	 * @param beans the beans of the application
	 * @param packageName the name of the package
	 * @return the names of the enums, or {@code null} if the package has not been scanned
	 */
	static @Nullable Set<String> find(BeanFactory beans, String packageName) {
		ScannedPackages scanned = beans.containsBean(BEAN_NAME) ? beans.getBean(BEAN_NAME, ScannedPackages.class)
				: null;
		List<String> names = (scanned != null) ? scanned.names.get(packageName) : null;
		return (names != null) ? Set.copyOf(names) : null;
	}

}

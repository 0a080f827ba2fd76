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

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Finds the enums of an application that implement {@link ErrorCode}. Class files are
 * read without loading the classes: only the enums that are found are loaded and
 * initialized.
 */
public final class ErrorCodeScanner {

	/**
	 * The action to suggest if an entry of the application is not found.
	 */
	public static final String MISSING = "If an enum is missing, name its package in @ErrorCodeScan or "
			+ "faultbook.codes.";

	private final ApplicationContext context;

	private final List<Finding> findings;

	/**
	 * Create a scanner.
	 * @param context the application
	 * @param findings the list to add findings to
	 */
	public ErrorCodeScanner(ApplicationContext context, List<Finding> findings) {
		this.context = context;
		this.findings = findings;
	}

	/**
	 * Find the codes in the packages of the application, in the packages of
	 * {@link ErrorCodeScan} and in the packages of a property.
	 * @param property the name of the property
	 * @param names the names of enums and packages in the property
	 * @return the constants of the named enums, followed by the constants of the enums
	 * found, ordered by the name of the enum
	 */
	public List<ErrorCode> scan(String property, Collection<String> names) {
		ErrorCodeClasses classes = new ErrorCodeClasses(this.context, this.context.getEnvironment(), this.context);
		Set<ErrorCode> codes = new LinkedHashSet<>();
		Set<String> found = new TreeSet<>();
		for (String name : names) {
			Set<String> inPackage = ClassUtils.isPresent(name, this.context.getClassLoader()) ? Set.of()
					: find(name, classes);
			if (inPackage.isEmpty()) {
				codes.addAll(constants(property, name));
			}
			found.addAll(inPackage);
		}
		ErrorCodeScanPackages.of(this.context).forEach((name) -> found.addAll(find(name, classes)));
		found.forEach((name) -> codes.addAll(constants(name, name)));
		return new ArrayList<>(codes);
	}

	private Set<String> find(String packageName, ErrorCodeClasses classes) {
		Set<String> scanned = ScannedPackages.find(this.context, packageName);
		return (scanned != null) ? scanned : classes.in(packageName);
	}

	private List<ErrorCode> constants(String where, String name) {
		try {
			Class<?> type = ClassUtils.forName(name, this.context.getClassLoader());
			ErrorCode @Nullable [] constants = (type.isEnum() && ErrorCode.class.isAssignableFrom(type))
					? (ErrorCode[]) type.getEnumConstants() : null;
			if (constants != null) {
				return List.of(constants);
			}
			this.findings.add(new Finding(where, "'%s' is not an enum that implements ErrorCode.".formatted(name),
					"Name such an enum, or the package of one."));
		}
		catch (LinkageError ex) {
			String cause = (ex.getCause() != null) ? ", caused by " + ex.getCause() : "";
			this.findings.add(new Finding(where, "'%s' cannot be loaded: %s%s.".formatted(name, ex, cause),
					"Correct the class."));
		}
		catch (ClassNotFoundException ex) {
			this.findings.add(new Finding(where,
					"there is no class '%s' on the classpath and no enum with error codes in a package of that name."
						.formatted(name),
					"Name an enum that implements ErrorCode, or the package of one."));
		}
		return List.of();
	}

}

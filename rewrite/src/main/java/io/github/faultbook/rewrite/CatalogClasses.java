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

package io.github.faultbook.rewrite;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * The enums that a recipe creates: one for each source folder, because a module of an
 * application does not see the classes of all others.
 */
final class CatalogClasses {

	private final Map<Path, CatalogClass> folders = new TreeMap<>();

	private final Set<String> taken = new HashSet<>();

	/**
	 * Return a visitor that collects the entries of all exceptions.
	 * @param reader returns the entry of a class, or {@code null} if the class cannot be
	 * rewritten or is no exception of the library
	 * @return the visitor
	 */
	TreeVisitor<?, ExecutionContext> scanner(Function<J.ClassDeclaration, CatalogClass.@Nullable Entry> reader) {
		return Faultbook.inJava(new JavaIsoVisitor<>() {

			@Override
			public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration type, ExecutionContext context) {
				if (type.getSimpleName().equals(CatalogClass.NAME) && type.getType() != null) {
					CatalogClasses.this.taken.add(type.getType().getFullyQualifiedName());
				}
				CatalogClass.Entry entry = reader.apply(type);
				if (entry != null) {
					add(type.getType(), getCursor().firstEnclosingOrThrow(J.CompilationUnit.class), entry);
				}
				return super.visitClassDeclaration(type, context);
			}

		});
	}

	private void add(JavaType.@Nullable FullyQualified type, J.CompilationUnit source, CatalogClass.Entry entry) {
		Path folder = folder(source);
		if (type != null && folder != null && !Faultbook.clashesWith(source)) {
			this.folders.computeIfAbsent(folder, (key) -> new CatalogClass())
				.add(type.getFullyQualifiedName(), source.getSourcePath(), entry);
		}
	}

	/**
	 * Return the folder that contains the packages of a source.
	 * @param source the source
	 * @return the folder, such as {@code src/main/java}, or {@code null} if the source is
	 * a test, whose enum could replace that of the application, or is not in the folder
	 * of its package
	 */
	private static @Nullable Path folder(J.CompilationUnit source) {
		J.Package declaration = source.getPackageDeclaration();
		Path directory = Path.of("sources").resolve(source.getSourcePath()).getParent();
		if (declaration == null || !directory.endsWith(declaration.getPackageName().replace('.', '/'))) {
			return null;
		}
		int segments = declaration.getPackageName().split("\\.").length;
		Path folder = directory.subpath(0, directory.getNameCount() - segments);
		boolean test = folder.getNameCount() > 2
				&& folder.getName(folder.getNameCount() - 2).toString().toLowerCase(Locale.ROOT).contains("test");
		return test ? null : folder;
	}

	/**
	 * Find the enum with the entry of an exception.
	 * @param type the class
	 * @return the enum, or {@code null} if the class cannot be rewritten
	 */
	@Nullable CatalogClass find(J.ClassDeclaration type) {
		String name = (type.getType() != null) ? type.getType().getFullyQualifiedName() : "";
		return created().filter((catalog) -> catalog.has(name)).findFirst().orElse(null);
	}

	Collection<? extends SourceFile> generate(ExecutionContext context) {
		return created().flatMap((catalog) -> catalog.generate(context)).toList();
	}

	private Stream<CatalogClass> created() {
		return this.folders.values().stream().filter((catalog) -> !this.taken.contains(catalog.name()));
	}

}

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

package io.github.faultbook.processor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Lists the enums of a module that implement {@code ErrorCode} in {@value #INDEX}, one
 * binary name a line, so that the catalog knows them at start-up without scanning the
 * classpath. Entries of an earlier, wider compilation are kept as long as their types
 * exist.
 */
public class ErrorCodeIndexer extends AbstractProcessor {

	/**
	 * The resource that holds the index.
	 */
	public static final String INDEX = "META-INF/faultbook/error-codes.idx";

	private static final String ERROR_CODE = "io.github.faultbook.ErrorCode";

	private final Set<String> found = new TreeSet<>();

	@Override
	public Set<String> getSupportedAnnotationTypes() {
		return Set.of("*");
	}

	@Override
	public SourceVersion getSupportedSourceVersion() {
		return SourceVersion.latestSupported();
	}

	@Override
	public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
		ElementFilter.typesIn(round.getRootElements()).forEach(this::collect);
		if (round.processingOver()) {
			try {
				write();
			}
			catch (IOException ex) {
				this.processingEnv.getMessager()
					.printMessage(Diagnostic.Kind.ERROR, "Cannot write " + INDEX + ": " + ex.getMessage());
			}
		}
		return false;
	}

	private void collect(TypeElement type) {
		if (isErrorCode(type)) {
			this.found.add(this.processingEnv.getElementUtils().getBinaryName(type).toString());
		}
		ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::collect);
	}

	private boolean isErrorCode(Element type) {
		TypeElement errorCode = this.processingEnv.getElementUtils().getTypeElement(ERROR_CODE);
		return errorCode != null && type.getKind() == ElementKind.ENUM
				&& this.processingEnv.getTypeUtils().isSubtype(type.asType(), errorCode.asType());
	}

	private void write() throws IOException {
		Filer filer = this.processingEnv.getFiler();
		Set<String> names = new TreeSet<>(this.found);
		Set<String> earlier = read(filer);
		earlier.stream().filter(this::exists).forEach(names::add);
		if (names.isEmpty() && earlier.isEmpty()) {
			return;
		}
		FileObject index = filer.createResource(StandardLocation.CLASS_OUTPUT, "", INDEX);
		try (Writer writer = index.openWriter()) {
			for (String name : names) {
				writer.write(name + "\n");
			}
		}
	}

	private boolean exists(String name) {
		Elements elements = this.processingEnv.getElementUtils();
		TypeElement nested = elements.getTypeElement(name.replace('$', '.'));
		TypeElement type = (nested != null) ? nested : elements.getTypeElement(name);
		return type != null && isErrorCode(type);
	}

	private static Set<String> read(Filer filer) {
		Set<String> names = new TreeSet<>();
		try (BufferedReader reader = new BufferedReader(
				filer.getResource(StandardLocation.CLASS_OUTPUT, "", INDEX).openReader(true))) {
			reader.lines().filter((line) -> !line.isBlank()).forEach(names::add);
		}
		catch (IOException | IllegalArgumentException ex) {
			// The first compilation has no index to read
		}
		return names;
	}

}

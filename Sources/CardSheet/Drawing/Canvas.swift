internal import CPango
internal import CardPortrait

/// A page to draw on, or one after another, with Cairo.
///
/// Places are in points from the upper left corner, whatever the page is made of.
final class Canvas {
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let sink = ByteSink()
    private let isPDF: Bool

    /// A page of a PDF.
    ///
    /// - Parameter date: ISO 8601. The page bears no other time, so that it can be made again.
    init(pdf page: PaperSize, title: String, date: String) throws(SheetError) {
        guard
            let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, page.width, page.height),
            let context = cairo_create(surface)
        else { throw .outOfMemory }
        (self.surface, self.context, isPDF) = (surface, context, true)
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "thaiid")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
    }

    /// A white picture of a page.
    init(image page: PaperSize, dotsPerInch: Double) throws(SheetError) {
        let scale = dotsPerInch / 72
        let (width, height) = (Int32((page.width * scale).rounded()), Int32((page.height * scale).rounded()))
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height),
            let context = cairo_create(surface)
        else { throw .outOfMemory }
        (self.surface, self.context, isPDF) = (surface, context, false)
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, scale)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Goes on on the next page, of the same size.
    func turn() { cairo_show_page(context) }

    /// The finished file. Nothing can be drawn afterwards.
    func finish() throws(SheetError) -> [UInt8] {
        cairo_show_page(context)
        if isPDF { cairo_surface_finish(surface) } else { cairo_surface_flush(surface) }
        guard cairo_status(context) == CAIRO_STATUS_SUCCESS, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        else { throw .outOfMemory }
        return isPDF ? sink.bytes : try picture()
    }

    private func picture() throws(SheetError) -> [UInt8] {
        guard let pixels = cairo_image_surface_get_data(surface),
            let file = PNGEncoder.encode(
                pixels, width: Int(cairo_image_surface_get_width(surface)),
                height: Int(cairo_image_surface_get_height(surface)),
                stride: Int(cairo_image_surface_get_stride(surface)))
        else { throw .outOfMemory }
        return file
    }

    /// Draws a line.
    ///
    /// - Parameter dash: lengths of ink and gap; none for a line without.
    func draw(_ line: Segment, width: Double, grey: Double = 0, dash: [Double] = []) {
        setGrey(grey)
        cairo_set_line_width(context, width)
        cairo_set_dash(context, dash, Int32(dash.count), 0)
        cairo_move_to(context, line.from.x, line.from.y)
        cairo_line_to(context, line.to.x, line.to.y)
        cairo_stroke(context)
    }

    /// Draws the outline of a rectangle, its ink within.
    func frame(_ rectangle: Rectangle, width: Double, grey: Double = 0) {
        setGrey(grey)
        cairo_set_line_width(context, width)
        cairo_set_dash(context, nil, 0, 0)
        let inner = rectangle.inset(width / 2, width / 2)
        cairo_rectangle(context, inner.x, inner.y, inner.width, inner.height)
        cairo_stroke(context)
    }

    /// Fills rectangles with black, edges as sharp as the page allows.
    func fill(_ rectangles: [Rectangle]) {
        setGrey(0)
        cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
        for rectangle in rectangles {
            cairo_rectangle(context, rectangle.x, rectangle.y, rectangle.width, rectangle.height)
        }
        cairo_fill(context)
        cairo_set_antialias(context, CAIRO_ANTIALIAS_DEFAULT)
    }

    /// Draws text with its upper left corner at a place, and none of it outside of `limits`.
    func draw(_ text: SetText, at place: Point, within limits: Rectangle) {
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_rectangle(context, limits.x, limits.y, limits.width, limits.height)
        cairo_clip(context)
        show(text, at: place)
    }

    /// Draws text turned about a place that is to be its middle.
    ///
    /// - Parameter angle: in radians, counter-clockwise.
    func draw(_ text: SetText, around middle: Point, angle: Double) {
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_translate(context, middle.x, middle.y)
        cairo_rotate(context, -angle)
        let logical = text.logical
        show(
            text, at: Point(x: -logical.x - logical.width / 2, y: -logical.y - logical.height / 2))
    }

    /// Draws a portrait, stretched over a rectangle.
    func draw(_ portrait: Portrait, in rectangle: Rectangle) throws(SheetError) {
        let (width, height) = (Int32(portrait.width), Int32(portrait.height))
        guard let image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height),
            let data = cairo_image_surface_get_data(image),
            Int(cairo_image_surface_get_stride(image)) * portrait.height == portrait.pixels.count
        else { throw .outOfMemory }
        defer { cairo_surface_destroy(image) }
        data.update(from: portrait.pixels, count: portrait.pixels.count)
        cairo_surface_mark_dirty(image)
        try attach(portrait.jpeg, to: image)
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_translate(context, rectangle.x, rectangle.y)
        cairo_scale(context, rectangle.width / Double(width), rectangle.height / Double(height))
        cairo_set_source_surface(context, image, 0, 0)
        cairo_rectangle(context, 0, 0, Double(width), Double(height))
        cairo_fill(context)
    }

    /// Lets a PDF hold the picture as this file; Cairo frees the copy when it is done with it.
    private func attach(_ jpeg: [UInt8], to image: OpaquePointer) throws(SheetError) {
        guard let copy = malloc(jpeg.count) else { throw .outOfMemory }
        copy.copyMemory(from: jpeg, byteCount: jpeg.count)
        cairo_surface_set_mime_data(
            image, CAIRO_MIME_TYPE_JPEG, copy.assumingMemoryBound(to: UInt8.self), UInt(jpeg.count), { free($0) }, copy)
    }

    private func show(_ text: SetText, at place: Point) {
        setGrey(text.style.grey)
        cairo_move_to(context, place.x, place.y)
        pango_cairo_show_layout(context, text.layout)
    }

    private func setGrey(_ grey: Double) { cairo_set_source_rgb(context, grey, grey, grey) }
}

/// Collects what Cairo writes.
final class ByteSink {
    private(set) var bytes: [UInt8] = []

    /// What Cairo calls, with a sink as its closure, which whoever hands it over keeps alive.
    static let write: cairo_write_func_t = { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }

    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
